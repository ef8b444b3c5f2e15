import { checkPlan } from '@laurel/commission/core';
import { templateNames, templateOf } from './plan-templates.js';

it.each(templateNames)('the template %s can be published as it is', (name) => {
  expect(checkPlan(templateOf(name, 'EUR'))).toEqual([]);
});
