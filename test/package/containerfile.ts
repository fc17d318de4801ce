import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { DockerfileParser } from "dockerfile-ast";
import { printed } from "./run.ts";

/** The id that the images of Node give to their user `node`. */
export const USER = 1000;

export const CONTAINERFILE: string = readFileSync("Containerfile", "utf8");

/** What an engine would start: the files of the last stage, and how. */
export interface Image {
  readonly root: string;
  readonly workdir: string;
  readonly user: string;
  readonly env: Readonly<Record<string, string>>;
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly health: readonly string[];
}

const LINES = CONTAINERFILE.split("\n");

export interface Step {
  readonly keyword: string;
  /** All that follows the keyword. */
  readonly text: string;
  /** The same word by word without flags; of an exec form the words that are meant. */
  readonly words: readonly string[];
}

export const STEPS: readonly Step[] = DockerfileParser.parse(CONTAINERFILE)
  .getInstructions()
  .map((instruction) => {
    const { start, end } = instruction.getRange();
    const keyword = instruction.getKeyword();
    const text = LINES.slice(start.line, end.line + 1)
      .join("\n")
      .slice(keyword.length)
      .trim();
    const exec = /\[.*\]$/s.exec(text)?.[0];
    const words =
      exec === undefined ? text.split(/\s+/).filter((word) => !word.startsWith("--from=")) : JSON.parse(exec);
    return { keyword, text, words };
  });

/**
 * Takes the steps of the Containerfile in bare folders below `at`, one for each stage, from the checkout's files: what a
 * container engine does, but for the system below, which is this machine's, and for a path to be absolute within the folder.
 */
export async function build(at: string): Promise<Image> {
  const stages = new Map<string, string>();
  let image: Image = EMPTY;
  for (const step of STEPS) {
    if (step.keyword !== "FROM") image = await taken(step, image, stages);
    else {
      const name = /\bAS (\S+)$/.exec(step.text)?.[1] ?? "last";
      image = { ...EMPTY, root: join(at, name) };
      stages.set(name, image.root);
      mkdirSync(join(image.root, "var/cache"), { recursive: true });
    }
  }
  return image;
}

const EMPTY: Image = { root: "", workdir: "/", user: "root", env: {}, entrypoint: [], command: [], health: [] };

async function taken(
  { keyword, text, words }: Step,
  image: Image,
  stages: ReadonlyMap<string, string>,
): Promise<Image> {
  const inside = (path: string) => join(image.root, posix.resolve(image.workdir, path));
  const [first = "", last = ""] = [words[0], words.at(-1)];
  switch (keyword) {
    case "WORKDIR":
      mkdirSync(inside(first), { recursive: true });
      return { ...image, workdir: posix.resolve(image.workdir, first) };
    case "COPY": {
      const stage = /^--from=(\S+)/.exec(text)?.[1];
      const from = stage === undefined ? process.cwd() : (stages.get(stage) ?? "");
      for (const path of words.slice(0, -1))
        cpSync(join(from, path), inside(last.endsWith("/") ? last + path : last), { recursive: true });
      return image;
    }
    case "RUN": {
      const line = text.replace(/(?<= )(?=\/var\/)/g, image.root).replace("-o node -g node", `-o ${USER} -g ${USER}`);
      await printed(["sh", "-ec", line], { cwd: inside(".") });
      return image;
    }
    case "ENV":
      return { ...image, env: { ...image.env, ...Object.fromEntries(words.map((pair) => pair.split("=", 2))) } };
    case "USER":
      return { ...image, user: first };
    case "ENTRYPOINT":
      return { ...image, entrypoint: words };
    case "CMD":
      return { ...image, command: words };
    case "HEALTHCHECK":
      return { ...image, health: words };
    default:
      return image;
  }
}
