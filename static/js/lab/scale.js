// Ratings on the visitor's scale, as accounts/rating_scale.py tells them; the API's are of 5 stars.

const { scale } = JSON.parse(document.getElementById("lab-start").textContent);

/** What the visitor gave: "4.5", "9" or "90". */
export const rated = (stars) => String((stars * scale) / 5);

/** What a model thinks: "4.2", "8.4" or "84". */
export const predicted_stars = (stars) => ((stars * scale) / 5).toFixed(scale === 100 ? 0 : 1);
