/** What the build of the demo page, written in TypeScript, needs to know of `licences.mjs`. */
export function thirdPartyLicences(
  root: string,
  manifest: { devDependencies: Record<string, string>; alone?: readonly string[] },
): string;
