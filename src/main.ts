import { keepCompiled } from "./keep-compiled.ts";

await keepCompiled(async () => {
  const { serve } = await import("./serve.ts");
  await serve(process.argv[2]);
});
