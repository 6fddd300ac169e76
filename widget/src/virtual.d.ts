/** Modules that the build makes (build/virtual.mjs). */

declare module "virtual:baked" {
  const baked: import("./launcher/installation").Baked;
  export default baked;
}

declare module "virtual:launcher-texts" {
  const texts: Readonly<Record<string, import("./launcher/texts").LauncherTexts>>;
  export default texts;
}
