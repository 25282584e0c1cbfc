import { byId } from "./page-data.ts";
import { remember, remembered } from "./remember.ts";

/** Writes what was chosen into the overlay's address. */
export function startOverlayLink(): void {
  const link = byId("link-overlay");
  const form = byId("overlay-form");
  if (!(link instanceof HTMLInputElement) || !(form instanceof HTMLFormElement)) return;
  const [base = ""] = link.value.split("?");
  const write = () => {
    const { lang, second, ...rest } = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    const languages = second === undefined || second === "" || second === lang ? lang : `${lang},${second}`;
    const style = Object.entries(rest).filter(([, value]) => value !== "");
    link.value = `${base}?lang=${languages}${style.map(([name, value]) => `&${name}=${value}`).join("")}`;
    remember("overlay", JSON.stringify({ ...rest, second }));
  };
  const last: unknown = JSON.parse(remembered("overlay") ?? "{}");
  for (const select of form.querySelectorAll("select")) {
    const value: unknown = typeof last === "object" && last !== null ? Reflect.get(last, select.name) : undefined;
    if (typeof value === "string" && [...select.options].some((option) => option.value === value)) select.value = value;
  }
  form.addEventListener("change", write);
  write();
}
