"use strict";
// Draws the addresses from our own OpenAPI description; asks no other host, validates nowhere else.
document.addEventListener("DOMContentLoaded", () => {
  const place = document.getElementById("addresses");
  window.SwaggerUIBundle({
    url: place.dataset.schema,
    domNode: place,
    presets: [window.SwaggerUIBundle.presets.apis],
    layout: "BaseLayout",
    validatorUrl: null,
    docExpansion: "list",
    defaultModelsExpandDepth: 0,
    supportedSubmitMethods: ["get"],
  });
});
