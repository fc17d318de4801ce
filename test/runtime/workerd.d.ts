/** The module that workerd has, as far as it is used here. */
declare module "cloudflare:workers" {
  export const exports: { readonly default: { fetch(request: Request): Promise<Response> } };
}
