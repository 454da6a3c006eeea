FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN go build -o /out/key ./cmd/key

FROM scratch
COPY --from=build /out/key /key
EXPOSE 7100
ENTRYPOINT ["/key"]
