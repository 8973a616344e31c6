    # EC2Launch runs Windows' own sysprep with its answer file, and makes the next boot run its tasks as a first one.
    Invoke-Native $launchAgent @(@ARGUMENTS@)
