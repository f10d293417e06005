import { execFileSync, spawn } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { minutes } from '../../src/kernel/duration.ts';
import { mailOf } from '../support/a-mailbox.ts';
import { portal } from '../support/portal.ts';

/** Debian's own, where it is installed: `apt-get install dovecot-imapd`. */
const dovecot = findDovecot();

function findDovecot(): string | undefined {
  try {
    return execFileSync('/bin/sh', ['-c', 'PATH="$PATH:/usr/sbin" command -v dovecot']).toString().trim();
  } catch {
    return undefined;
  }
}

test.skipIf(dovecot === undefined)(
  'mail in a real IMAP server becomes tickets, each once (needs dovecot, from the Debian package dovecot-imapd)',
  { timeout: minutes(2) },
  async () => {
    const { url, deliver, readMails } = await startDovecot(dovecot ?? '');
    await deliver('one', mailOf({ subject: 'To a real server' }));
    const the = await portal({ config: { imapUrl: url } });
    await the.runDue();
    await deliver('two', mailOf({ from: 'ben@practice.test', subject: 'A second one' }));
    the.clock.advance(minutes(1));
    await the.runDue();
    await the.runDue();
    const tickets = await the.needs.database
      .selectFrom('ticket')
      .select('title')
      .orderBy('created_at')
      .execute();
    expect(tickets.map(({ title }) => title)).toEqual(['To a real server', 'A second one']);
    expect(await readMails()).toHaveLength(2);
    const [position] = await the.needs.database.selectFrom('mailbox_position').select('problem').execute();
    expect(position?.problem).toBeNull();
  },
);

/** One user with a Maildir, on a loopback port, in a folder of the test's own. */
async function startDovecot(program: string) {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-dovecot-'));
  const maildir = join(folder, 'mail');
  for (const part of ['new', 'cur', 'tmp']) await mkdir(join(maildir, part), { recursive: true });
  const port = await freePort();
  const version = execFileSync(program, ['--version']).toString().trim();
  const runner = findRunner();
  await chmod(folder, 0o755);
  for (const path of [maildir, ...['new', 'cur', 'tmp'].map((part) => join(maildir, part))])
    await chown(path, runner.uid, runner.gid);
  await writeFile(join(folder, 'dovecot.conf'), confFor(version, { folder, maildir, port }, runner));
  await writeFile(join(folder, 'users'), 'support:{PLAIN}secret\n');
  const server = spawn(program, ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' });
  onTestFinished(async () => {
    server.kill('SIGTERM');
    await rest(300);
    await rm(folder, { recursive: true, force: true });
  });
  await rest(1_500);
  return {
    url: `imap://support:secret@127.0.0.1:${port}/INBOX`,
    deliver: (name: string, mail: string) =>
      writeFile(join(maildir, 'new', `${Date.now()}.${name}.host`), mail, { mode: 0o666 }),
    readMails: async () => (await readdir(join(maildir, 'cur'))).filter((file) => /,[A-Z]*S/.test(file)),
  };
}

interface Place {
  folder: string;
  maildir: string;
  port: number;
}

interface Runner {
  user: string;
  group: string;
  uid: number;
  gid: number;
}

const asked = (flags: string, ...of: string[]) =>
  execFileSync('id', [flags, ...of])
    .toString()
    .trim();

/** Whoever runs the test, and where that is root, whom dovecot refuses to be, nobody. */
function findRunner(): Runner {
  const of = process.getuid?.() === 0 ? ['nobody'] : [];
  return {
    user: asked('-un', ...of),
    group: asked('-gn', ...of),
    uid: Number(asked('-u', ...of)),
    gid: Number(asked('-g', ...of)),
  };
}

/** From 2.4 on the configuration says its version and names things otherwise. */
function confFor(
  version: string,
  { folder, maildir, port }: Place,
  { user, group, uid, gid }: Runner,
): string {
  const isNew = /^2\.[4-9]/.test(version);
  return `${isNew ? `dovecot_config_version = ${version.split(' ')[0]}\ndovecot_storage_version = ${version.split(' ')[0]}\n` : ''}
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
default_internal_user = ${user}
default_login_user = ${user}
default_internal_group = ${group}
first_valid_uid = 0
first_valid_gid = 0
${isNew ? `auth_allow_cleartext = yes\nmail_driver = maildir\nmail_path = ${maildir}` : `disable_plaintext_auth = no\nmail_location = maildir:${maildir}`}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
passdb ${isNew ? 'passwd-file ' : ''}{
  ${isNew ? `passwd_file_path = ${folder}/users` : `driver = passwd-file\n  args = ${folder}/users`}
}
userdb ${isNew ? 'static ' : ''}{
  ${isNew ? `fields {\n    uid = ${uid}\n    gid = ${gid}\n    home = ${folder}\n  }` : `driver = static\n  args = uid=${uid} gid=${gid} home=${folder}`}
}
`;
}

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
