// GraphiQL on the address that it is served from, as whoever is signed in; see nextflex/graphql/view.py.

const place = document.getElementById("graphiql");
const fetcher = GraphiQL.createFetcher({
  url: window.location.pathname,
  headers: { "X-CSRFToken": place.dataset.csrfToken },
});
ReactDOM.createRoot(place).render(React.createElement(GraphiQL, { fetcher }));
