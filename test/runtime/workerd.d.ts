/** The module that workerd has, as far as it is used here. */
declare module "cloudflare:workers" {
  export const exports: { readonly default: { fetch(request: Request): Promise<Response> } };
  /** As `wrangler.toml` binds it. */
  export const env: import("../../src/adapters/worker/bindings.ts").Bindings;
}
