import { HtmlValidate } from "html-validate";
import { describe, expect, it } from "vitest";
import { STABILITY } from "../../src/http/openapi/stability.ts";
import { FORMATS, TYPES } from "../../src/render/formats.ts";
import { app, document, operations } from "./documented.ts";

const page = await (await app.request("/docs")).text();
const codes = new Set([...page.matchAll(/<code[^>]*>([^<]*)<\/code>/g)].map((match) => match[1]));

describe("/docs", () => {
  it("is valid HTML without scripts", async () => {
    const report = await new HtmlValidate({
      extends: ["html-validate:standard", "html-validate:a11y"],
      rules: { "doctype-style": "off" },
    }).validateString(page);
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ line, message }) => `${line}: ${message}`)),
    ).toEqual([]);
    expect(page).not.toMatch(/<script|javascript:|\bon(?!line=)\w+=/i);
  });

  it("loads nothing from other sites", async () => {
    const policy = (await app.request("/docs")).headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'");
    expect(page).not.toMatch(/\bsrc=|@import|url\(/);
  });

  it("contains every path, parameter, format, status and key of the OpenAPI document", () => {
    const { components } = document;
    const paths = operations.map(({ path }) => path);
    const bare = paths.filter((path) => !paths.includes(path.replace(/\.\w+$/, "")) || !/\.\w+$/.test(path));
    const keys = Object.values(components.schemas).flatMap(({ properties }) => Object.keys(properties as object));
    const statuses = operations.flatMap(({ responses }) =>
      [...responses.keys()].filter((status) => status !== 200).map(String),
    );
    const wanted = [
      ...bare,
      ...Object.keys(components.parameters),
      ...FORMATS.map((format) => `.${format}`),
      ...Object.keys(components.headers),
      ...keys,
      ...statuses,
    ];
    expect(wanted.length).toBeGreaterThan(80);
    expect(wanted.filter((one) => !codes.has(one))).toEqual([]);
    expect(FORMATS.filter((format) => !page.includes(TYPES[format]))).toEqual([]);
  });

  it("lists the same stability guarantees as the document", () => {
    for (const guarantee of STABILITY) {
      expect(document.info.description).toContain(guarantee);
      expect(page.replace(/<\/?code>/g, "`").replaceAll("&#39;", "'")).toContain(guarantee);
    }
  });

  it("has no broken links", async () => {
    const targets = new Set([...page.matchAll(/href="([^"]+)"/g)].map((match) => match[1]!));
    const ids = new Set([...page.matchAll(/\bid="([^"]+)"/g)].map((match) => `#${match[1]}`));
    const inner = [...targets].filter((target) => target.startsWith("/")).map((target) => target.replace(/#.*/, ""));
    expect(inner.length).toBeGreaterThan(40);
    const answers = inner.map(async (path) => `${path}: ${(await app.request(path)).status}`);
    expect(await Promise.all(answers)).toEqual(inner.map((path) => `${path}: 200`));
    expect([...targets].filter((target) => target.startsWith("#") && !ids.has(target))).toEqual([]);
  });
});
