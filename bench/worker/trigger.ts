interface Bindings {
  readonly APP: { scheduled(options: { readonly scheduledTime: Date; readonly cron: string }): Promise<unknown> };
}

/** Runs the scheduled handler of a Worker on each request. */
export default {
  async fetch(_request: Request, { APP }: Bindings): Promise<Response> {
    return Response.json(await APP.scheduled({ scheduledTime: new Date(), cron: "* * * * *" }));
  },
};
