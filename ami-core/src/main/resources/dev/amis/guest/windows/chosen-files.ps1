    foreach ($file in @(@PATHS@)) {
        Remove-Entry $file
    }
