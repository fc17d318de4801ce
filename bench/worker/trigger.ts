interface Bindings {
  readonly APP: { scheduled(options: { readonly scheduledTime: Date; readonly cron: string }): Promise<unknown> };
}

/** Lets a Worker's hour come whenever it is asked. */
export default {
  async fetch(_request: Request, { APP }: Bindings): Promise<Response> {
    return Response.json(await APP.scheduled({ scheduledTime: new Date(), cron: "* * * * *" }));
  },
};
