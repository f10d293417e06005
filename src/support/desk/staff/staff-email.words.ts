import { catalogue } from '../../../kernel/words.ts';

export const staffEmailWords = catalogue({
  en: {
    dear: (name: string) => `Dear ${name},`,
    logIn: 'Log in as staff',
    notExpected: (phone: string, email: string) =>
      `If you did not expect this, tell an administrator, call ${phone} or write to ${email}.`,
    may: {
      agent: 'As an agent you answer tickets, work on tasks and help people with their accounts.',
      senior:
        'As a senior agent you also act on many tickets at once, and publish notices about known trouble.',
      accounts: 'In accounts you answer tickets about payments.',
      editor: 'As an editor you write help articles and notices.',
      administrator: 'As an administrator you also decide who works at the desk.',
    },
    given: {
      subject: (service: string) => `You are support staff of ${service}`,
      what: (service: string) =>
        `An administrator has given you access to the support desk of ${service}. You log in with the staff password you have.`,
    },
    changed: {
      subject: 'Your role at the support desk has changed',
      what: (service: string) => `An administrator has changed your role at the support desk of ${service}.`,
    },
    ended: {
      subject: 'Your access to the support desk has ended',
      what: (service: string) =>
        `An administrator has ended your access to the support desk of ${service}. An account you have in the portal is not affected.`,
    },
  },
});
