import fs from 'node:fs';

/* Runs before a process of the product: its clock is ahead by what a file says, in milliseconds. */
const file = process.env.LAUREL_TEST_CLOCK;
let ahead = 0;
const read = () => (ahead = Number(fs.readFileSync(file, 'utf8')));
read();
setInterval(read, 10).unref();

const RealDate = Date;
const now = () => RealDate.now() + ahead;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length ? given : [now()], newTarget),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
RealDate.prototype.constructor = Date;
