// Package netns is a stub of github.com/vishvananda/netns.
package netns

type NsHandle int

func Set(ns NsHandle) (err error) { return nil }

func GetFromPid(pid int) (NsHandle, error) { return 0, nil }
