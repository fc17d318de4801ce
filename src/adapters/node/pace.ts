/** Milliseconds of each turn of the event loop for what can wait; a new connection is taken in each. */
const TURN_MS = 0.5;

const tasks: (() => void)[] = [];
let isDue = false;

/** Runs `task` soon, after all that was put off before, leaving most of each turn of the event loop to what comes in. */
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
