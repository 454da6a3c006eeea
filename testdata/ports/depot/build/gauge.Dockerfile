FROM alpine:3.22
COPY gauge-linux /usr/bin/
EXPOSE 9100
ENTRYPOINT ["/usr/bin/gauge-linux"]
