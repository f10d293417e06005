import type { Duration } from '../../kernel/duration.ts';
import { sayDay, sayDuration, sayMoment, sayWait } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

export const setUpFactorWords = catalogue({
  en: {
    choose: {
      title: 'Make your account safer',
      why: {
        'log-in': (service: string) =>
          `Anybody who finds out your password could get into your ${service} account. To keep them out, we also ask for a security code that only you can get.`,
        account: (service: string) =>
          `Choose another way to show that it is you. When you log in to ${service}, we ask for it after your password.`,
      },
      policy: 'You need to set up one way now. It takes about 5 minutes.',
      usedUp: 'You have used all your recovery codes. Get new printed codes, or choose another way.',
      stronger: 'The way you have is not enough by itself for your account. Add one of these.',
      label: 'How do you want to get security codes?',
      empty: 'Select how you want to get security codes',
      goOn: 'Continue',
      later: 'Not now',
      laterUntil: (until: Date, timeZone: string) =>
        `You can put this off until ${sayDay(until, timeZone)}. After that you need it to log in.`,
      afterwards: 'Once you have set up one of these you can also add:',
      none: 'There is nothing else you can add.',
      help: {
        summary: 'I am not sure which one to choose',
        items: [
          'You have a smartphone or tablet: choose the authenticator app. It is free, and works without signal.',
          'You have a computer but no smartphone: choose the authenticator on a computer.',
          'You have no phone, or share a computer: choose printed codes and keep them somewhere safe.',
        ],
      },
      ranOut: 'What you began was not finished in time, or was finished in another tab. Choose again.',
    },
    ways: {
      authenticator: {
        label: 'Authenticator app on a smartphone or tablet',
        hint: 'A free app shows you a new code every 30 seconds. It works without signal or internet.',
      },
      computer: {
        label: 'Authenticator on a computer',
        hint: 'If you do not have a smartphone. A free program on your computer shows you the codes.',
      },
      passkey: {
        label: 'Passkey',
        hint: 'Your fingerprint, face or screen lock, or a security key. It needs a newer phone, tablet or computer.',
      },
      text: {
        label: 'Text message',
        hint: 'For any mobile phone. We send you a code when you log in, so you need signal.',
      },
      'recovery-codes': {
        label: 'Printed codes',
        hint: 'If you do not have a mobile phone. You print or write down 10 codes, and use each one once.',
      },
      'new-codes': {
        label: 'New recovery codes',
        hint: 'You get 10 new codes to print or write down. The ones you have stop working.',
      },
      email: {
        label: 'Email',
        hint: 'We send you a code when you log in. You need to be able to read your email then.',
      },
    },
    code: {
      label: 'Enter your security code',
      hint: 'It has 6 numbers, like 123456',
      empty: 'Enter your security code',
      malformed: 'Security code must be 6 numbers',
      wrong: 'The security code is not right. Enter the newest one',
      left: (left: number) =>
        left === 1
          ? 'You have 1 try left before code entry closes.'
          : `You have ${left} tries left before code entry closes.`,
      goOn: 'Continue',
      otherWay: 'Choose another way',
    },
    app: {
      title: { phone: 'Set up an authenticator app', computer: 'Set up an authenticator on your computer' },
      name: { phone: 'Authenticator app', computer: 'Authenticator on a computer' },
      install: {
        heading: { phone: 'Get an app', computer: 'Get a program' },
        phone:
          'Open the app store of your phone or tablet and install an authenticator app. Any works, for example Google Authenticator, Microsoft Authenticator or FreeOTP. They cost nothing.',
        computer:
          'Install a program that makes security codes. Any works, for example KeePassXC. Many password managers can do it too. At work, ask who looks after your computer.',
        picture: {
          phone: 'A phone with an app being installed',
          computer: 'A computer with a program being installed',
        },
      },
      add: {
        heading: 'Add your account to it',
        phone: 'In the app, choose to add an account, then point the camera at this picture.',
        computer: 'In the program, add a one-time code (sometimes called TOTP) and type or paste this key.',
        picture: {
          phone: 'A phone that scans a square of dots',
          computer: 'A key that is typed into a program',
        },
        qr: 'QR code that holds the key for your authenticator app',
        key: 'Key',
        account: 'Account name',
        settings: 'If it asks: choose “time-based”, SHA-1, 6 numbers and 30 seconds.',
        cannotScan: 'I cannot scan the picture',
        typeIt: 'In the app, choose to enter a key by hand. Spaces do not matter.',
        scanInstead: 'I want to scan a picture instead',
        samePhone: 'I am using the phone that has the app',
        openApp: 'Open the authenticator app on this phone',
      },
      enter: {
        heading: 'Enter the code it shows',
        text: {
          phone: 'The app now shows 6 numbers, which change every 30 seconds. Enter them here.',
          computer: 'The program now shows 6 numbers, which change every 30 seconds. Enter them here.',
        },
        picture: { phone: 'A phone that shows 6 numbers', computer: 'A computer that shows 6 numbers' },
        clock: 'If the code is not accepted, check that the time on your phone or computer is right.',
      },
      secret: 'Do not show the key to anybody, and do not keep a picture of it. You see it only now.',
    },
    number: {
      title: 'Get security codes by text message',
      change: 'Change the number for text messages',
      label: 'Mobile phone number',
      hint: 'For numbers from outside the UK, include the country code',
      empty: 'Enter a mobile phone number',
      malformed: 'Enter a phone number in the correct format, like 07700 900 982',
      noMobile: '07111 111 111 means “no mobile”. Enter a mobile phone number or choose another way',
      landline: 'This number cannot get text messages. Enter a mobile phone number or choose another way',
      abroad: (codes: readonly string[]) =>
        `We can only send text messages to numbers that begin with ${codes.map((code) => `+${code}`).join(' or ')}. Enter one of these or choose another way`,
      thereAlready: 'You get security codes on this number already. Enter another one',
      tooMany: 'You have as many of these as there can be. Remove one first',
      waits: (wait: Duration) =>
        `For ${sayDuration(wait)} we also ask for a code by email when you use a new number. This keeps your account safe if somebody else adds a number.`,
      charge: 'Your provider does not charge you for getting these texts in the UK.',
      send: 'Send a security code',
      limit: (until: Date, timeZone: string) =>
        `We have sent as many codes as we can for today. You can get another one from ${sayMoment(until, timeZone)}, or choose another way now.`,
    },
    sent: {
      title: { text: 'Check your phone', email: 'Check your email' },
      to: {
        text: (number: string) => `We have sent a text message with a security code to ${number}.`,
        email: (address: string) => `We have sent a security code to ${address}.`,
      },
      life: (life: Duration) => `The code works for ${sayDuration(life)}.`,
      notCome: {
        text: 'I have not got the text message',
        email: 'I have not got the email',
      },
      why: {
        text: 'It can take a minute. Check that your phone is on and has signal, and that the number is right.',
        email: 'It can take a few minutes. Look in your junk or spam folder too.',
      },
      again: 'Send another code',
      wait: (now: Date, until: Date) => `You can ask for another code in ${sayWait(now, until)}.`,
      seconds: 'You can ask for another code in %{count} seconds.',
      otherNumber: 'Use another number',
    },
    codes: {
      title: 'Save your recovery codes',
      what: 'Use one of these codes if you cannot get a security code in another way. Each works once.',
      whatPrinted:
        'These are your recovery codes. When you log in, we ask for one of them. Each works once, so cross out those you have used.',
      old: 'Your old recovery codes stop working when you continue.',
      list: 'Recovery codes',
      keep: 'Print this page or write the codes down, and keep them somewhere safe, like important papers. Do not keep them with your password.',
      print: 'To print, use Print in the menu of your browser.',
      file: 'Download the codes as a file',
      fileName: 'recovery-codes.txt',
      fileHeading: (service: string) => `Recovery codes for ${service}`,
      fileText: 'Each code works once. Keep them somewhere safe, and not with your password.',
      saved: 'I have saved or printed these codes',
      savedLabel: 'Have you kept the codes?',
      savedEmpty: 'Confirm that you have saved or printed these codes',
      once: 'We will not show them again.',
      goOn: 'Continue',
    },
    done: {
      title: 'You are set up',
      next: {
        code: 'When you log in, we ask for your password and then for a security code.',
        passkey:
          'When you log in, you can use your passkey alone. If you enter your password, we ask for the passkey after it.',
        recovery: 'When you log in, we ask for your password and then for one of your recovery codes.',
      },
      codes: {
        heading: 'Get recovery codes too',
        why: 'If you lose your phone or computer, or it breaks, recovery codes let you in. We recommend that you get them now.',
        button: 'Get recovery codes',
      },
      remember: (life: Duration) => `Do not ask for a security code on this device for ${sayDuration(life)}`,
      rememberLabel: 'Do you want us to remember this device?',
      rememberHint: 'Only choose this on a device that nobody else uses',
      goOn: 'Continue to your account',
    },
    stopped: {
      frozen: {
        title: 'You cannot change this now',
        why: 'You, or somebody who reads your email, told us “this was not me”. Until support has spoken to you, nobody can change how you get into your account.',
        next: 'Contact support. They check that it is you, and then you can go on.',
      },
      closed: {
        title: 'Code entry is closed',
        why: 'There were too many wrong security codes, so we closed code entry to keep out people who guess.',
        untilTime: (now: Date, until: Date, timeZone: string) =>
          `You can try again in ${sayWait(now, until)}, on ${sayMoment(until, timeZone)}.`,
        untilSupport: 'Only support can open it again. Contact them and say that code entry is closed.',
      },
      'too-many': {
        title: 'There is no room for another one',
        why: 'You have as many of these as there can be.',
        next: 'Remove one that you no longer use first.',
      },
      back: 'How you get security codes',
    },
  },
});

export type SetUpFactorWords = (typeof setUpFactorWords)['en'];
