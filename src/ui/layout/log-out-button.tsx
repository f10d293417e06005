import { Form } from '../form-components/form.tsx';

/** Logging out changes something, so it is a POST and not a link. */
export const LogOutButton = ({ action, label }: { action: string; label: string }) => (
  <Form action={action} className="gh-header__log-out">
    <button className="gh-header__link" type="submit">
      {label}
    </button>
  </Form>
);
