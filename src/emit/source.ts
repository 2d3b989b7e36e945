import {
  printStructure,
  StructureKind,
  VariableDeclarationKind,
  type FunctionDeclarationStructure,
  type StatementStructures,
} from "ts-morph";
import { statementsOf } from "../objects/implementations.ts";
import type { Call } from "../objects/methods.ts";
import { callLines } from "./call.ts";
import { literal } from "./literal.ts";

/** What a new revision file says. */
export interface RevisionSource {
  /** The message; becomes the doc comment. */
  readonly message: string;
  /** A second paragraph of the doc comment: what was proven. */
  readonly note?: string | undefined;
  readonly revision: string;
  /** null for a first revision, a list for a merge. */
  readonly downRevision: string | readonly string[] | null;
  readonly branchLabels?: readonly string[];
  readonly dependsOn?: readonly string[];
  readonly up: readonly Call[];
  readonly down: readonly Call[];
  /** Statements that stand in the file instead of these calls of `op`. */
  readonly texts?: ReadonlyMap<Call, string>;
  /** Whole import declarations that those statements need. */
  readonly imports?: readonly string[];
}

/** Prints a revision file with ts-morph: the same source gives the same bytes. */
export function renderRevision(source: RevisionSource): string {
  const imports = print([
    {
      kind: StructureKind.ImportDeclaration,
      isTypeOnly: true,
      namedImports: ["Operations"],
      moduleSpecifier: "limbeck/op",
    },
  ]);
  const more = (source.imports ?? []).map((line) => `${line.trimEnd()}\n`).join("");
  const head = print([
    constant("revision", source.revision, [source.message, source.note ?? []].flat().join("\n\n")),
    constant("downRevision", source.downRevision),
    ...(source.branchLabels === undefined ? [] : [constant("branchLabels", source.branchLabels)]),
    ...(source.dependsOn === undefined ? [] : [constant("dependsOn", source.dependsOn)]),
  ]);
  const [up, down] = (["up", "down"] as const).map((name) => print([direction(name, source)]));
  return `${imports}${more}\n${head}\n${up}\n${down}`;
}

function print(statements: StatementStructures[]): string {
  const text = printStructure({ kind: StructureKind.SourceFile, statements }, { indentNumberOfSpaces: 2 });
  return text.replace("{\n}", "{}");
}

function constant(name: string, value: unknown, doc?: string): StatementStructures {
  return {
    kind: StructureKind.VariableStatement,
    isExported: true,
    declarationKind: VariableDeclarationKind.Const,
    declarations: [{ name, initializer: literal(value) }],
    ...(doc === undefined ? {} : { docs: [docComment(doc)] }),
  };
}

/** A message cannot end its comment. */
function docComment(message: string): string {
  return message.trim().replaceAll("*/", "*\\/");
}

function direction(name: "up" | "down", source: RevisionSource): FunctionDeclarationStructure {
  const { [name]: calls, texts = new Map<Call, string>() } = source;
  const statements = body(calls, texts);
  return {
    kind: StructureKind.Function,
    isExported: true,
    isAsync: true,
    name,
    parameters: [{ name: statements.some((line) => /\bop\b/.test(line)) ? "op" : "_op", type: "Operations" }],
    returnType: "Promise<void>",
    statements,
  };
}

/** Calls that need a commit of their own stand together in an autocommit block. */
function body(calls: readonly Call[], texts: ReadonlyMap<Call, string>): string[] {
  const linesOf = (call: Call, indent: number): readonly string[] => callLines(call, indent, texts.get(call));
  const lines: string[] = [];
  for (const group of grouped(calls)) {
    if (!group.autocommit) lines.push(...group.calls.flatMap((call) => linesOf(call, 2)));
    else
      lines.push(
        "op.autocommit((op) => {",
        ...group.calls.flatMap((call) => linesOf(call, 4)).map((line) => `  ${line}`),
        "});",
      );
  }
  return lines;
}

interface Group {
  readonly autocommit: boolean;
  readonly calls: Call[];
}

function grouped(calls: readonly Call[]): readonly Group[] {
  const groups: Group[] = [];
  for (const call of calls) {
    const autocommit = statementsOf(call).some((statement) => statement.autocommit === true);
    const last = groups.at(-1);
    if (last?.autocommit === autocommit) last.calls.push(call);
    else groups.push({ autocommit, calls: [call] });
  }
  return groups;
}
