import { Text } from '@mantine/core';
import { explain, type LineDetail } from '@laurel/commission/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/index.js';
import classes from './pay.module.css';
import type { Line } from './statement.js';

/** Why a line pays what it pays: in words, then as the calculation they describe. */
export function Why({ line }: { line: Line }) {
  const { language } = useFormat();
  return (
    <>
      <Text maw="70ch">
        {explain({ ...line, detail: line.detail as LineDetail | null }, language)}
      </Text>
      {line.kind !== 'spiff' && line.kind !== 'correction' && <Formula line={line} />}
    </>
  );
}

function Formula({ line }: { line: Line }) {
  const { t } = useTranslation('pay');
  const { money, percent, number } = useFormat();
  const { base, rate, multiplier, exact, amount, currency } = line;
  const rounded = exact !== amount;
  return (
    <dl className={classes.formula}>
      <Term name={t('formula.base')} value={money(base, currency, 'every digit')} />
      {rate && <Term sign="×" name={t('formula.rate')} value={percent(rate, 6)} />}
      {Number(multiplier) !== 1 && (
        <Term sign="×" name={t('formula.multiplier')} value={number(multiplier, 6)} />
      )}
      {rounded && (
        <Term sign="=" name={t('formula.exact')} value={money(exact, currency, 'every digit')} />
      )}
      <Term sign={rounded ? '≈' : '='} name={t('formula.amount')} value={money(amount, currency)} />
    </dl>
  );
}

function Term({ sign, name, value }: { sign?: string; name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {sign && <span className={classes.sign}>{sign} </span>}
        {value}
      </dd>
    </div>
  );
}
