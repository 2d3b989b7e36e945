/** How many random cases to run, and from which seed; the environment can ask for more, or for the same again. */
export interface RandomSettings {
  readonly runs: number;
  readonly seed: number;
  /** What to say of them, so that a run can be repeated. */
  readonly words: string;
}

/** The settings of this run: `share` of the cases that LIMBECK_PROPERTY_RUNS asks for, or `usual` without it. */
export function randomSettings(usual: number, share = 1): RandomSettings {
  const asked = process.env["LIMBECK_PROPERTY_RUNS"];
  const runs = asked === undefined ? usual : Math.ceil(whole("LIMBECK_PROPERTY_RUNS", asked) * share);
  const given = process.env["LIMBECK_PROPERTY_SEED"];
  const seed = given === undefined ? usualSeed(asked) : whole("LIMBECK_PROPERTY_SEED", given);
  return { runs, seed, words: `LIMBECK_PROPERTY_SEED=${seed}, ${runs} cases on both lines` };
}

/** The same cases each time in `npm test`, whose answer must not depend on luck; others where more are asked for. */
function usualSeed(asked: string | undefined): number {
  return asked === undefined ? 4 : Date.now() % 1_000_000;
}

function whole(name: string, text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new TypeError(`${name} is no whole number: ${text}`);
  return Number(text);
}
