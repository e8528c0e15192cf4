// A real SMTP server for the delivery tests. It listens on 127.0.0.1, prints {"port"} and then one JSON line for each message that it took,
// or over which it hangs.
// What it does with a message is said by the recipient's local part (see `recipient` and `data`). It ends when its standard input does.
//   node server.mjs [--port=N] [--starttls] [--tls] [--auth] [--ascii]
import { SMTPServer } from 'smtp-server';

const has = (name) => process.argv.includes(`--${name}`);
const value = (name) => process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1];
const print = (line) => process.stdout.write(JSON.stringify(line) + '\n');
const local = (address) => address.slice(0, address.lastIndexOf('@'));
const reply = (code, text) => Object.assign(new Error(text), { responseCode: code });
const connectionOf = (session) => [...server.connections].find((connection) => connection.id === session.id);
const drop = (session) => connectionOf(session)?._socket.destroy();

function report(session, to, chunks = []) {
  print({
    connection: session.id,
    secure: session.secure,
    user: session.user ?? null,
    utf8: session.envelope.smtpUtf8 ?? false,
    from: session.envelope.mailFrom.address,
    to,
    raw: Buffer.concat(chunks).toString('base64'),
  });
}

function sender(address, session, done) {
  if (local(address.address) === 'refused-sender') return done(reply(553, `5.7.1 <${address.address}> may not send`));
  done();
}

function recipient(address, session, done) {
  switch (local(address.address)) {
    case 'refuse-550': return done(reply(550, `5.1.1 <${address.address}> is not known here`));
    case 'later-450': return done(reply(450, `4.2.0 <${address.address}> is greylisted`));
    case 'closing-421': return done(reply(421, 'closing'));
    case 'sign-in-530': return done(reply(530, '5.7.0 authentication required'));
    case 'hang-early': return report(session, address.address); // and never answers RCPT TO
    case 'drop-early': return drop(session);
    default: return done();
  }
}

function data(stream, session, done) {
  const chunks = [];
  stream.on('data', (chunk) => chunks.push(chunk));
  stream.on('end', () => {
    const to = session.envelope.rcptTo[0].address;
    switch (local(to)) {
      case 'hang': return report(session, to, chunks); // and never answers
      case 'drop': return drop(session);
      case 'refuse-554': return done(reply(554, `5.6.0 message for ${to} refused`));
      case 'later-451': return done(reply(451, '4.3.0 try again'));
    }
    report(session, to, chunks);
    done(null, `OK: queued as ${session.id.toUpperCase()}`);
    if (local(to) === 'then-close') setImmediate(() => drop(session));
  });
}

const server = new SMTPServer({
  secure: has('tls'),
  disabledCommands: [...(has('starttls') ? [] : ['STARTTLS']), ...(has('auth') ? [] : ['AUTH'])],
  authOptional: !has('auth'),
  allowInsecureAuth: true,
  hideSMTPUTF8: has('ascii'),
  disableReverseLookup: true,
  onMailFrom: sender,
  onRcptTo: recipient,
  onData: data,
  onAuth(auth, session, done) {
    if (auth.username === 'busy') return done(reply(454, '4.7.0 temporary authentication failure'));
    if (auth.username === 'handoff' && auth.password === 'correct') return done(null, { user: auth.username });
    done(reply(535, `5.7.8 ${auth.username} is not known here`));
  },
});

server.on('error', () => {}); // clients that break off are what the tests are about
server.listen(Number(value('port') ?? 0), '127.0.0.1', () => print({ port: server.server.address().port }));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
