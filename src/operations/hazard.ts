/** Stable codes of what an operation puts at risk. */
export type HazardCode = "data-loss";

/** A reported risk of one operation; `message` continues the sentence "this operation ...". */
export interface Hazard {
  readonly code: HazardCode;
  readonly message: string;
}

/** Rows or values are gone for good. */
export function dataLoss(message: string): Hazard {
  return { code: "data-loss", message };
}
