// What every page has: moves focus to the error summary, so that a person who sent a form hears what to mend.
import { focusErrorSummary } from "./focus-error-summary.js";

focusErrorSummary(document);
