import { call, Refused } from "./call.ts";
import { byId, pageData } from "./page-data.ts";

const { offline } = pageData<{ offline: string }>();

byId("sign-in").addEventListener("submit", (event) => {
  event.preventDefault();
  void signIn();
});

async function signIn(): Promise<void> {
  const key = byId("key");
  try {
    await call("/sign-in", { method: "POST", body: { key: key instanceof HTMLInputElement ? key.value.trim() : "" } });
    location.reload();
  } catch (error) {
    byId("problem").textContent = error instanceof Refused && error.status > 0 ? error.message : offline;
  }
}
