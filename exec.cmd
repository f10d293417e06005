@rem Windows has no exec; npm's scripts call it so that Ctrl-C elsewhere reaches Gatehouse and not a shell in between.
@%*
