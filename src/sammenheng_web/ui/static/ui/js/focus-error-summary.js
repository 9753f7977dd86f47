/** Give focus to the error summary of a form that came back. Without script the summary still stands first. */
export function focusErrorSummary(root) {
  root.querySelector("[data-error-summary]")?.focus();
}
