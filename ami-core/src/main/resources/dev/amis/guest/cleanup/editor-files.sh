in_home() {
    remove "$1"/.viminfo* "$1"/.vim/.netrwhist "$1"/.local/share/nvim/shada "$1"/.local/state/nvim
    remove "$1"/.*.swp "$1"/.*.swo "$1"/.nano "$1"/.local/share/nano "$1"/.emacs.d/auto-save-list "$1"/.lesshst
    remove "$1"/.wget-hsts "$1"/.local/share/recently-used.xbel
}
homes in_home
