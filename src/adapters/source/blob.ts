/** The git blob id of a file with these bytes: SHA-1 of `blob <length>\0` and the bytes, in hex. */
export async function blobId(bytes: Uint8Array): Promise<string> {
  const head = new TextEncoder().encode(`blob ${bytes.length}\0`);
  const blob = new Uint8Array(head.length + bytes.length);
  blob.set(head);
  blob.set(bytes, head.length);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-1", blob));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
