"""The load generator: HTTP requests in closed and open loops, and figures of the responses.

It knows nothing of the site: what is requested comes from recommender/management/http_benchmark/.
"""
