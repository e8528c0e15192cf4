// An SMTP server for a developer's machine: it takes every mail, delivers none, and prints to whom it is, its subject and its plain text,
// whose links open.
//   node print.mjs [--port=2525]
import { SMTPServer } from 'smtp-server';

const port = Number(process.argv.find((word) => word.startsWith('--port='))?.split('=')[1] ?? 2525);
const header = (part, name) =>
  part.match(new RegExp(`^${name}: *((?:.|\\r\\n[ \\t])*?)\\r\\n(?![ \\t])`, 'im'))?.[1].replace(/\r\n[ \t]/g, ' ') ?? '';
const bytes = (quoted) => Buffer.from(quoted.replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16))), 'latin1');
const word = (text) => text.replace(/\?=\s+=\?/g, '?==?').replace(/=\?utf-8\?(.)\?(.*?)\?=/gi, (_, how, coded) =>
  (how.toUpperCase() === 'B' ? Buffer.from(coded, 'base64') : bytes(coded.replaceAll('_', ' '))).toString());

function text(mail) {
  const boundary = header(mail, 'Content-Type').match(/boundary="?([^";]+)"?/i)?.[1];
  const plain = boundary ? mail.split(`--${boundary}`).slice(1).find((part) => /text\/plain/i.test(header(part, 'Content-Type'))) : mail;
  const body = plain.slice(plain.indexOf('\r\n\r\n') + 4);
  switch (header(plain, 'Content-Transfer-Encoding').toLowerCase()) {
    case 'base64': return Buffer.from(body, 'base64').toString();
    case 'quoted-printable': return bytes(body.replace(/=\r\n/g, '')).toString();
    default: return Buffer.from(body, 'latin1').toString();
  }
}

new SMTPServer({
  disabledCommands: ['STARTTLS', 'AUTH'],
  authOptional: true,
  disableReverseLookup: true,
  onData(stream, session, done) {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => {
      const mail = Buffer.concat(chunks).toString('latin1');
      const to = session.envelope.rcptTo.map((one) => one.address).join(', ');
      console.log(`\n==== to ${to}: ${word(header(mail, 'Subject'))}\n\n${text(mail)}`);
      done();
    });
  },
}).listen(port, '127.0.0.1', () => console.log(`Taking mails at 127.0.0.1:${port}.`));
