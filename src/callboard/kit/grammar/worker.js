// Grammar in the browser: harper.js in a worker of its own, the one place where WebAssembly may run.  Nothing that is typed
// leaves the machine.  It only says what it doubts; nothing is applied here.
import { Dialect, LocalLinter } from "./index.js";
import { slimBinary } from "./slimBinary.js";
import { decent } from "./decent.js";

const MOST = 6;
const SUGGESTED = 3;
const linter = new LocalLinter({ binary: slimBinary, dialect: Dialect.American });
const start = linter.setup();

function shown(lint) {
  const span = lint.span();
  const options = lint.suggestions().map((each) => each.get_replacement_text()).filter((text) => text && decent(text));
  return { said: lint.get_problem_text(), message: decent(lint.message()) ? lint.message() : "", start: span.start, end: span.end, options: [...new Set(options)].slice(0, SUGGESTED) };
}

addEventListener("message", async ({ data }) => {
  try {
    await start;
    if (data.words?.length) await linter.importWords(data.words);
    if (data.text === undefined) return;
    const lints = (await linter.lint(data.text, { language: "plaintext" })).map(shown);
    postMessage({ id: data.id, lints: lints.filter((lint) => lint.options.length || lint.message).slice(0, MOST) });
  } catch (error) {
    postMessage({ id: data.id, error: String(error) });
  }
});
