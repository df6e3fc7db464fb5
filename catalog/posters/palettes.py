"""The palettes: five colours by role, named for their looks."""

from typing import NamedTuple


class Palette(NamedTuple):
    dark: str
    deep: str
    mid: str
    accent: str
    light: str


PALETTES = {
    "tungsten": Palette("#0d1420", "#1b2a44", "#3c5f8c", "#ff9d3c", "#f8ead0"),
    "oxblood": Palette("#22070d", "#521320", "#a12b30", "#f2703d", "#f8e5cd"),
    "desert": Palette("#3f1413", "#8f2c1c", "#d9622b", "#f4b75e", "#fdeccb"),
    "ochre": Palette("#2a1a10", "#6d3d1b", "#bd7a2c", "#e8b64c", "#f6e7c6"),
    "redpaper": Palette("#17130f", "#4a4238", "#a89c88", "#d8381d", "#f1e8d4"),
    "bluepaper": Palette("#0f1d36", "#27466f", "#7e9bb5", "#dd9a22", "#efe9da"),
    "signal": Palette("#1a1210", "#7d2212", "#e4532a", "#f5a63d", "#f7ead0"),
    "teal": Palette("#06201f", "#0c4644", "#1f8079", "#f2a541", "#f5ecd6"),
    "polish": Palette("#1f2a26", "#6e2a22", "#c4542d", "#dba43f", "#eee0bd"),
    "brown70": Palette("#2b150d", "#69301a", "#b5491f", "#e9a63a", "#f5e4c1"),
    "mint": Palette("#04141a", "#0b3139", "#1d6f76", "#7fe3d0", "#e8faf3"),
    "steel": Palette("#101318", "#28303a", "#66727f", "#e4572e", "#eef0ef"),
    "rose": Palette("#320c1a", "#7a1f37", "#cf4a57", "#f6b49c", "#fdefe1"),
    "blush": Palette("#4a1830", "#a53a4f", "#e8837a", "#f7c59f", "#fff3e4"),
    "forest": Palette("#08150f", "#163627", "#36714e", "#cddb74", "#f2f2da"),
    "sea": Palette("#052035", "#0b4768", "#2b8ea6", "#f5d488", "#f4f2e4"),
    "sunny": Palette("#17324d", "#2a7f86", "#e4572e", "#f6c433", "#fbf3df"),
    "candy": Palette("#1b2a49", "#d7263d", "#f4a6b5", "#f6c445", "#fff3e4"),
    "play": Palette("#16335f", "#e8466a", "#2aa9b8", "#ffd23f", "#fffaee"),
    "noir": Palette("#0b0c0e", "#23262b", "#70757c", "#d9d5ca", "#f3efe6"),
    "noirred": Palette("#0c0b0c", "#26211f", "#8c8379", "#c8201f", "#f0e8da"),
    "sepia": Palette("#1f1a11", "#4b4129", "#94814f", "#dcc389", "#f5ecd2"),
    "olive": Palette("#14170d", "#363c20", "#757a3d", "#dd8a2c", "#f0e8cb"),
    "dusk": Palette("#0e1738", "#28386f", "#7483c4", "#f2c25f", "#f8f0dc"),
    "ice": Palette("#10212d", "#2f5266", "#93b4c4", "#d6463b", "#e6eff2"),
    "acid": Palette("#0b0f0a", "#24331b", "#5d8a2e", "#c8f04a", "#f2f8df"),
    "blood": Palette("#0d0606", "#3a0b0c", "#8e1216", "#e8231f", "#f5e7da"),
    "cobalt": Palette("#081340", "#1530a0", "#4a6be0", "#ffb11b", "#f6f1e1"),
}
