import { deviceOf } from './device.js';

describe('device', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
      'Firefox, Windows',
      false,
    ],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36',
      'Chrome, Android',
      true,
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1',
      'Safari, iOS',
      true,
    ],
  ])('names %s', (agent, name, mobile) => {
    expect(deviceOf(agent)).toEqual({ name, mobile });
  });

  it('gives no name to a program', () => {
    expect(deviceOf('payroll-sync/2')).toEqual({ mobile: false });
  });
});
