import { SaxesParser } from "saxes";

/** Throws where `text` is no well-formed XML 1.0 document with namespaces, all its names declared. */
export function checkXml(text: string): void {
  const parser = new SaxesParser({ xmlns: true, fragment: false });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(text).close();
}
