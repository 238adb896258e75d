/** The wasm module as the build puts it into the inline entry: gzip, as base64. */
declare module 'namelight:module' {
  const module: string;
  export default module;
}
