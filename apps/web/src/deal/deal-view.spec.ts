import { viewOf } from './deal-view.js';

it('shows the newest closed deals first when the address says nothing', () => {
  expect(viewOf(new URLSearchParams())).toEqual({
    filter: {},
    sort: { field: 'closedOn', direction: 'desc' },
    page: { first: 50, offset: 0 },
  });
});

it('reads filter, order and page from the address', () => {
  const search = 'search=acme&status=won,lost&sort=amount&direction=asc&page=3&ownerId=a';
  expect(viewOf(new URLSearchParams(search))).toEqual({
    filter: { search: 'acme', status: ['won', 'lost'], ownerId: 'a' },
    sort: { field: 'amount', direction: 'asc' },
    page: { first: 50, offset: 100 },
  });
});

it('ignores what makes no sense', () => {
  expect(viewOf(new URLSearchParams('status=huge&sort=pay&direction=up&page=-4'))).toEqual(
    viewOf(new URLSearchParams()),
  );
});
