// Owns: the look of every page and e-mail, form fields, and the reading of forms.
// Tables: none.
// Used by: every module's pages and e-mails, and the HTTP platform to render them.
export * from './content/bar-chart.tsx';
export * from './content/callouts.tsx';
export * from './content/card.tsx';
export * from './content/empty-state.tsx';
export { Pagination } from './content/pagination.tsx';
export * from './content/progress.tsx';
export * from './content/service-notices.tsx';
export * from './content/summary-list.tsx';
export * from './content/support-contact.tsx';
export * from './content/table.tsx';
export * from './content/tag.tsx';
export * from './content/text.tsx';
export * from './email.tsx';
export * from './error-pages.tsx';
export * from './form.ts';
export * from './form-components/button.tsx';
export * from './form-components/choice-groups.tsx';
export { Checkboxes, type Choice, Radios } from './form-components/choices.tsx';
export * from './form-components/date-input.tsx';
export * from './form-components/error-summary.tsx';
export * from './form-components/file-input.tsx';
export * from './form-components/form.tsx';
export * from './form-components/password-checklist.tsx';
export * from './form-components/password-input.tsx';
export * from './form-components/select.tsx';
export * from './form-components/text-area.tsx';
export * from './form-components/text-input.tsx';
export * from './page.tsx';
export { keptForm, readPosted, show } from './show.ts';
export { type NavigationItem, type Theme, useVisit, type Visit, VisitContext } from './visit.ts';
