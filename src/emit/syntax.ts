import { ts } from "ts-morph";

/** What is wrong with the syntax of a TypeScript module, and in which line; null where nothing is. */
export function syntaxProblem(text: string): string | null {
  const { diagnostics = [] } = ts.transpileModule(text, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
  });
  const [first] = diagnostics;
  if (first === undefined) return null;
  const message = ts.flattenDiagnosticMessageText(first.messageText, " ");
  const line = first.file?.getLineAndCharacterOfPosition(first.start ?? 0).line ?? 0;
  return `${message} (line ${line + 1}: ${(text.split("\n")[line] ?? "").trim()})`;
}
