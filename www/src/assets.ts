/**
 * The addresses of the two files that ship beside the package. Written as bundlers look for them;
 * worked out when asked, so that importing does nothing.
 */

export const wasmAddress = (): URL => new URL('./namelight_bg.wasm', import.meta.url);

export const basePackAddress = (): URL => new URL('./base.nlpack', import.meta.url);
