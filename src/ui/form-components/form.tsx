import type { ReactNode } from 'react';
import { useVisit } from '../visit.ts';

interface FormProps {
  action: string;
  method?: 'post' | 'get';
  children: ReactNode;
  className?: string;
  multipart?: boolean;
}

/** A form that proves it came from our page; the server checks what is typed, so the browser does not. */
export function Form({ action, method = 'post', children, className, multipart }: FormProps) {
  const visit = useVisit();
  return (
    <form
      action={action}
      method={method}
      noValidate
      {...(className && { className })}
      {...(multipart && { encType: 'multipart/form-data' })}
    >
      {method === 'post' ? <input type="hidden" name="csrf" value={visit.csrfToken} /> : null}
      {method === 'post' && visit.kept ? <input type="hidden" name="kept" value={visit.kept} /> : null}
      {children}
    </form>
  );
}
