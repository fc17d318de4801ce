import { Hono } from "hono";
import { once } from "../../model/once.ts";
import { pieceOf } from "../../render/bytes.ts";
import { TYPES } from "../../render/formats.ts";
import { SECURITY } from "../../render/html/security.ts";
import { prepare } from "../answer.ts";
import { openApiDocument } from "../openapi/document.ts";
import type { Pattern } from "../openapi/operations.ts";
import { docsPage } from "../openapi/page.ts";
import { SCHEMA_NAMES, SCHEMA_TYPE, schemaDocument } from "../openapi/schemas.ts";
import { problem } from "../problem.ts";
import { refuseParameters, type Service } from "../service.ts";

/** The API documentation: `/openapi.json`, `/docs`, `/schema/{name}.json`. It does not depend on data and is rendered once. */
export function openApiRoutes({ current, site, answer }: Service, patterns: readonly Pattern[]): Hono {
  const document = once(() => openApiDocument(patterns, site.url));
  const json = once(() => prepared(document(), TYPES.json));
  const pageOf = (timed: boolean) => {
    const body = pieceOf(docsPage(document(), site.url, timed));
    return prepare({ body, type: TYPES.html, changed: null, headers: SECURITY });
  };
  const [page, timedPage] = [once(() => pageOf(false)), once(() => pageOf(true))];
  // Only the footer of the page depends on data: it says where start times come from.
  const isTimed = () =>
    current.get().then(
      ({ edition }) => edition.timed === true,
      () => false,
    );
  const schemas = once(
    () => new Map(SCHEMA_NAMES.map((name) => [`${name}.json`, prepared(schemaDocument(name, site.url), SCHEMA_TYPE)])),
  );
  const routes = new Hono();

  routes.get("/openapi.json", (c) => refuseParameters(c) ?? answer(c.req.raw, json()));
  routes.get("/docs", async (c) => refuseParameters(c) ?? answer(c.req.raw, (await isTimed()) ? timedPage() : page()));
  routes.get("/schema/:file", (c) => {
    const refused = refuseParameters(c);
    if (refused !== null) return refused;
    const schema = schemas().get(c.req.param("file"));
    if (schema !== undefined) return answer(c.req.raw, schema);
    const allowed = [...schemas().keys()].map((file) => `/schema/${file}`);
    return problem(404, "there is no schema with this name", { members: { allowed } });
  });

  return routes;
}

function prepared(value: object, type: string) {
  return prepare({ body: pieceOf(`${JSON.stringify(value, null, 2)}\n`), type, changed: null });
}
