const OURS = "farmcast-";

export type Memory = {
  remembered(key: string): string | undefined;
  remember(key: string, value: string): void;
  forget(key: string): void;
  /** All that begin with it, sorted. */
  rememberedKeys(beginning: string): string[];
};

/** What a browser was told, in one of its storages; one that keeps nothing, as some do in private, starts anew. */
export function memoryIn(storage: () => Storage): Memory {
  return {
    remembered(key) {
      try {
        return storage().getItem(OURS + key) ?? undefined;
      } catch {
        return undefined;
      }
    },
    remember(key, value) {
      try {
        storage().setItem(OURS + key, value);
      } catch {
        // Then it holds until the page is left.
      }
    },
    forget(key) {
      try {
        storage().removeItem(OURS + key);
      } catch {
        // It never was kept.
      }
    },
    rememberedKeys(beginning) {
      try {
        const keys = Object.keys(storage()).filter((key) => key.startsWith(OURS + beginning));
        return keys.map((key) => key.slice(OURS.length)).toSorted();
      } catch {
        return [];
      }
    },
  };
}
