/** Stable codes of what an operation puts at risk. */
export type HazardCode = "data-loss" | "authorization";

/** A reported risk of one operation; `message` continues the sentence "this operation ...". */
export interface Hazard {
  readonly code: HazardCode;
  readonly message: string;
}

/** Rows or values are gone for good. */
export function dataLoss(message: string): Hazard {
  return { code: "data-loss", message };
}

/** Roles may see or change other rows than before. */
export function authorization(message: string): Hazard {
  return { code: "authorization", message };
}
