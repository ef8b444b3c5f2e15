import { Text } from '@mantine/core';
import { explain, figuresOf } from '@laurel/commission/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/index.js';
import classes from './pay.module.css';
import { explained, type Line } from './statement.js';

/** Why a line pays what it pays: in words, then as the calculation they describe. */
export function Why({ line }: { line: Line }) {
  const { language } = useFormat();
  return (
    <>
      <Text maw="70ch">{explain(explained(line), language)}</Text>
      {line.kind !== 'spiff' && line.kind !== 'correction' && <Formula line={line} />}
    </>
  );
}

function Formula({ line }: { line: Line }) {
  const { t } = useTranslation('pay');
  const { language } = useFormat();
  const { multiplier } = line;
  const { base, rate, exact, amount, number } = figuresOf(explained(line), language);
  const rounded = line.exact !== line.amount;
  return (
    <dl className={classes.formula}>
      <Term name={t('formula.base')} value={base} />
      <Term sign="×" name={t('formula.rate')} value={rate} />
      {Number(multiplier) !== 1 && (
        <Term sign="×" name={t('formula.multiplier')} value={number(multiplier)} />
      )}
      {rounded && <Term sign="=" name={t('formula.exact')} value={exact} />}
      <Term sign={rounded ? '≈' : '='} name={t('formula.amount')} value={amount} />
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
