import fc from 'fast-check';
import { isEmail, isPlaceholderEmail, normaliseEmail, placeholderEmail, slug } from './email.js';

describe('an e-mail address', () => {
  it('has one spelling', () => {
    expect(normaliseEmail('  Anna.Berg@Example.COM ')).toBe('anna.berg@example.com');
    expect(normaliseEmail('ａnna@example.com')).toBe('anna@example.com');
  });

  it.each(['anna@example.com', 'a+b@sub.example.co', 'jörg@müller.de'])('accepts %s', (email) => {
    expect(isEmail(email)).toBe(true);
  });

  it.each([
    '',
    'anna',
    'anna@',
    '@example.com',
    'a b@example.com',
    'a@b',
    'a@b..c',
    'a@@b.c',
    'a@b.c, d@e.f',
  ])('refuses "%s"', (email) => {
    expect(isEmail(email)).toBe(false);
  });

  it('is normalised once and for all', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        expect(normaliseEmail(normaliseEmail(email))).toBe(normaliseEmail(email));
      }),
    );
  });
});

describe('a placeholder address', () => {
  it('is made from the names', () => {
    expect(placeholderEmail('Mei-Mei Johns', 'North & Wind')).toBe(
      'mei-mei-johns@north-wind.invalid',
    );
    expect(slug("Zoë O'Neil")).toBe('zoe-o-neil');
  });

  it('is a valid address that nobody receives, whatever the names', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
        const email = placeholderEmail(name, name);
        expect(isEmail(email) && isPlaceholderEmail(email)).toBe(true);
      }),
    );
  });
});
