/** Time for deferred tasks in each turn of the event loop, in milliseconds; each turn also accepts one connection. */
const TURN_MS = 0.5;

const tasks: (() => void)[] = [];
let isDue = false;

/** Runs `task` soon, after all tasks deferred before, and leaves most of each turn of the event loop to incoming requests. */
export function putOff(task: () => void): void {
  tasks.push(task);
  if (!isDue) setImmediate(run);
  isDue = true;
}

function run(): void {
  const begun = performance.now();
  let done = 0;
  while (done < tasks.length && performance.now() - begun < TURN_MS) tasks[done++]?.();
  tasks.splice(0, done);
  isDue = tasks.length > 0;
  if (isDue) setImmediate(run);
}
