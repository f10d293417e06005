import { catalogue } from './kernel/words.ts';

export const configWords = catalogue({
  en: {
    missing: (name: string, meaning: string) => `${name} is missing. ${meaning}`,
    both: (name: string) => `${name} and ${name}_FILE are both set; keep one of them.`,
    unreadable: (name: string, file: string) => `${name}_FILE names ${file}, which cannot be read.`,
    wrong: (name: string, meaning: string) => `${name} is not right. ${meaning}`,
    wrongBecause: (name: string, reason: string) => `${name} is not right: ${reason}.`,
    bothTexts: 'NOTIFY_API_KEY and SMS_GATEWAY_URL are both set; keep one of them.',
    together: (one: string, other: string) => `${one} and ${other} belong together; set both or neither.`,
    onlyTexts:
      'secondFactor.methods offers text messages alone, and nothing is set that sends them: NOTIFY_API_KEY or SMS_GATEWAY_URL.',
    meanings: {
      DATABASE_URL:
        'It is the address of a PostgreSQL database, like postgres://user:password@host:5432/name.',
      DATABASE_POOL_SIZE: 'It is the number of database connections, from 2 to 200.',
      GATEHOUSE_ROOT_KEYS:
        'It holds the key that protects stored secrets; make one with: openssl rand -base64 32',
      GATEHOUSE_ORIGIN:
        'It is the address people use, like https://portal.example, without a path; https only.',
      GATEHOUSE_PROFILE: 'It is the name of a profile.',
      GATEHOUSE_SETTINGS: 'It is the path of a file with your differences from the profile.',
      GATEHOUSE_HOST: 'It is the address to listen on, like 127.0.0.1 or 0.0.0.0.',
      GATEHOUSE_PORT: 'It is the port to listen on, from 1 to 65535.',
      SMTP_URL: 'It is the server that sends e-mail, like smtps://user:password@mail.example.',
      CLAMD_URL:
        'It is where clamd scans files for viruses, like tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.ctl.',
      IMAP_URL:
        'It is the mailbox that people’s e-mail arrives in, like imaps://user:password@mail.example/INBOX.',
      MAIL_FROM: 'It is the address that e-mail comes from, like noreply@portal.example.',
      NOTIFY_API_KEY: 'It is a key of GOV.UK Notify for text messages: its name and two ids, with - between.',
      NOTIFY_TEMPLATE_ID:
        'It is the id of a text message template of GOV.UK Notify that holds only ((text)).',
      NOTIFY_URL: 'It is where GOV.UK Notify answers, by https; its own address unless set.',
      SMS_GATEWAY_URL:
        'It is a gateway that sends text messages, like https://sms.example/texts; https only.',
      SMS_GATEWAY_TOKEN: 'It is the token that the gateway asks for, without spaces.',
      SMS_CALLBACK_TOKEN:
        'It is the token with which GOV.UK Notify or the gateway may tell what became of a text, at least 20 characters long.',
      TRUSTED_PROXIES:
        'It lists the addresses or ranges of your proxies, like 10.0.0.0/8, with commas between.',
      METRICS_TOKEN: 'It is the token that may read /metrics, at least 20 characters long.',
      LOG_LEVEL: 'It is one of fatal, error, warn, info, debug, trace.',
    },
  },
});
